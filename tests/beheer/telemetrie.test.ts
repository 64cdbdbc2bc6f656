import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const GEHEIM = 'geheim-van-het-project';

/** What Application Insights takes in. */
interface Envelope {
  data: { baseType: string; baseData: Record<string, unknown> };
}

let insights: Server;
const folder = mkdtempSync(join(tmpdir(), 'insights-'));
const heard: Envelope[] = [];

beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  writeFileSync(join(folder, 'ca.pem'), cert);
  insights = createServer({ key, cert }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const items = envelopesIn(Buffer.concat(parts), request.headers['content-encoding']);
      heard.push(...items);
      const count = { itemsReceived: items.length, itemsAccepted: items.length, errors: [] };
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(count));
    });
  });
  await new Promise<void>((resolve) => insights.listen(0, '127.0.0.1', resolve));

  const { port } = insights.address() as AddressInfo;
  const key1 = '0c7e8b5c-6b6e-4f0c-9d3c-0a1f5b7f2e11';
  const connection = `InstrumentationKey=${key1};IngestionEndpoint=https://localhost:${port}/`;
  await run(process.execPath, ['tests/beheer/gemeten.ts', connection, GEHEIM], {
    env: {
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
    },
  });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => insights.close(resolve));
});

it('tells Application Insights how long each request took, by its route and its outcome', () => {
  const told = points('request.duration').map(({ properties }) => properties);

  expect(told).toContainEqual(about('/health', '200'));
  expect(told).toContainEqual(about('/tab/bestand/*', '500'));
  expect(told).toContainEqual(about('*', '404'));
  expect(points('call.duration').map(({ properties }) => properties)).toContainEqual(
    expect.objectContaining({ 'server.address': '127.0.0.1' }),
  );
});

it('keeps a trace of what failed, and of nothing that went well', () => {
  const requests = heard.filter(({ data }) => data.baseType === 'RequestData');

  expect(requests.map(({ data }) => data.baseData)).toMatchObject([
    { name: 'GET /tab/bestand/*', responseCode: '500', success: false },
  ]);
});

it('tells how long the oldest moment waits', () => {
  const value = (name: string) => points(name).map((point) => point.value);

  expect(value('sweep.overdue')).toEqual([61_000]);
  expect(value('sweep.waiting')).toEqual([2]);
  expect(value('sweep.duration')).toEqual([12]);
  expect(value('process.memory')).toEqual([123]);
});

it('tells nothing of what was in an address, a header or an error', () => {
  expect(heard.length).toBeGreaterThan(0);
  expect(JSON.stringify(heard)).not.toContain(GEHEIM);
});

const about = (route: string, status: string): unknown =>
  expect.objectContaining({ 'http.route': route, 'http.response.status_code': status });

interface Point {
  name: string;
  value: number;
  properties: unknown;
}

const points = (name: string): Point[] =>
  heard
    .filter(({ data }) => data.baseType === 'MetricData')
    .flatMap(({ data: { baseData } }) =>
      (baseData['metrics'] as Point[]).map((point) => ({
        ...point,
        properties: baseData['properties'],
      })),
    )
    .filter((point) => point.name === name);

/** One JSON list, or one object on each line. */
function envelopesIn(body: Buffer, encoding: string | undefined): Envelope[] {
  const text = (encoding === 'gzip' ? gunzipSync(body) : body).toString();
  return text.startsWith('[')
    ? (JSON.parse(text) as Envelope[])
    : text.split('\n').map((line) => JSON.parse(line) as Envelope);
}
