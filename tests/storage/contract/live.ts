import type { TableClient } from '@azure/data-tables';
import { actionOf, type Change, type Step } from './history.ts';
import { contentOf } from './rule.ts';
import { refusalOf } from './wire.ts';

/** Asks all of it: what came of each, and what there is at the end. Versions and times are the service's own. */
export async function live(table: TableClient, steps: readonly Step[]): Promise<unknown[]> {
  const versions = new Versions();
  const outcomes: unknown[] = [];
  for (const step of steps) outcomes.push(await outcomeOf(taken(table, step, versions)));
  outcomes.push(await pagesOf(table, '', 1_000));
  return outcomes;
}

async function outcomeOf(taking: Promise<unknown>): Promise<unknown> {
  return (await refusalOf(taking)) ?? (await taking);
}

async function taken(table: TableClient, step: Step, versions: Versions): Promise<unknown> {
  switch (step.kind) {
    case 'read':
      return contentOf(await table.getEntity(step.partitionKey, step.rowKey));
    case 'find':
      return pagesOf(table, step.filter, step.maxPageSize);
    case 'change': {
      const { partitionKey, change } = step;
      const { etag } = (await changed(table, partitionKey, change, versions)) as { etag?: string };
      versions.see(partitionKey, change, etag);
      return change.op;
    }
    case 'transaction': {
      const { partitionKey, changes } = step;
      const actions = changes.map((change) =>
        actionOf(partitionKey, change, versions.named(partitionKey, change)),
      );
      const { subResponses } = await table.submitTransaction(actions);
      for (const [nth, change] of changes.entries())
        versions.see(partitionKey, change, subResponses[nth]?.etag);
      return subResponses.map(({ status, rowKey, etag }) => [status, rowKey, typeof etag]);
    }
  }
}

function changed(
  table: TableClient,
  partitionKey: string,
  change: Change,
  versions: Versions,
): Promise<object> {
  const { op, mode, rowKey, content } = change;
  const entity = { ...content, partitionKey, rowKey };
  const etag = versions.named(partitionKey, change);
  switch (op) {
    case 'create':
      return table.createEntity(entity);
    case 'upsert':
      return table.upsertEntity(entity, mode);
    case 'update':
      return table.updateEntity(entity, mode, { etag });
    case 'delete':
      return table.deleteEntity(partitionKey, rowKey, { etag });
  }
}

async function pagesOf(table: TableClient, filter: string, maxPageSize: number) {
  const pages: unknown[] = [];
  const found = table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize });
  for await (const page of found)
    pages.push(page.map((row) => [row.partitionKey, row.rowKey, contentOf(row)]));
  return pages;
}

/** The versions of each row that one service told, the last at the end. */
class Versions {
  readonly #seen = new Map<string, string[]>();

  see(partitionKey: string, { rowKey }: Change, etag: string | undefined): void {
    if (etag !== undefined) this.#of(partitionKey, rowKey).push(etag);
  }

  named(partitionKey: string, { rowKey, version }: Change): string {
    const seen = this.#of(partitionKey, rowKey);
    const named = { any: '*', last: seen.at(-1), before: seen.at(-2), never: undefined };
    return named[version] ?? 'W/"never"';
  }

  #of(partitionKey: string, rowKey: string): string[] {
    const key = partitionKey + rowKey;
    const seen = this.#seen.get(key) ?? [];
    this.#seen.set(key, seen);
    return seen;
  }
}
