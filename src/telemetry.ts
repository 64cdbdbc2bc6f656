import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { subscribe } from 'node:diagnostics_channel';
import type { Attributes } from '@opentelemetry/api';
import type { Pulse } from './delivery/deliver.ts';

/** What goes to Application Insights, beside the log. */
export interface Telemetry {
  pulse(pulse: Pulse & { rssMb: number }): void;
  /** Sends what was measured and not sent yet. */
  stop(): Promise<void>;
}

const EXPORT_EVERY_MS = 60_000;
/** Slower requests get a trace, as failed ones do; everything else only a count and a duration. */
const SLOW_MS = 1_000;

/**
 * Measures requests and the calls that they lead to through Node's own channels, so that the rest of the program knows
 * nothing of it. Only a route, a host, a status and a time leave: no address with anything in it, no header, no text. The
 * library is loaded here only, since most of it is of no use elsewhere.
 */
export async function startTelemetry(
  connectionString: string,
  version: string,
): Promise<Telemetry> {
  const [api, azure, { resourceFromAttributes }, metrics, traces] = await Promise.all([
    import('@opentelemetry/api'),
    import('@azure/monitor-opentelemetry-exporter'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-metrics'),
    import('@opentelemetry/sdk-trace-base'),
  ]);
  const resource = resourceFromAttributes({
    'service.name': 'veiligheidsplanner',
    'service.version': version,
  });
  const options = { connectionString, disableOfflineStorage: true };
  const meters = new metrics.MeterProvider({
    resource,
    readers: [
      new metrics.PeriodicExportingMetricReader({
        exporter: new azure.AzureMonitorMetricExporter(options),
        exportIntervalMillis: EXPORT_EVERY_MS,
      }),
    ],
  });
  const tracers = new traces.BasicTracerProvider({
    resource,
    spanProcessors: [new traces.BatchSpanProcessor(new azure.AzureMonitorTraceExporter(options))],
  });

  const meter = meters.getMeter('veiligheidsplanner');
  const tracer = tracers.getTracer('veiligheidsplanner');
  const milliseconds = (name: string) => meter.createHistogram(name, { unit: 'ms' });
  const durations = { in: milliseconds('request.duration'), out: milliseconds('call.duration') };
  const gauges = {
    overdueMs: meter.createGauge('sweep.overdue', { unit: 'ms' }),
    waiting: meter.createGauge('sweep.waiting'),
    sweepMs: meter.createGauge('sweep.duration', { unit: 'ms' }),
    rssMb: meter.createGauge('process.memory', { unit: 'MiBy' }),
  };

  watch(({ way, name, ms, status, about }) => {
    const attributes = { ...about, 'http.response.status_code': status };
    durations[way].record(ms, attributes);
    const isFailed = status === 0 || status >= 500;
    if (!isFailed && ms < SLOW_MS) return;
    const kind = way === 'in' ? api.SpanKind.SERVER : api.SpanKind.CLIENT;
    const startTime = Date.now() - ms;
    const span = tracer.startSpan(name, { kind, startTime, attributes }, api.ROOT_CONTEXT);
    if (isFailed) span.setStatus({ code: api.SpanStatusCode.ERROR });
    span.end();
  });

  return {
    pulse: (pulse) => {
      for (const [name, gauge] of Object.entries(gauges))
        gauge.record(pulse[name as keyof typeof gauges]);
    },
    stop: async () => {
      await Promise.all([meters.shutdown(), tracers.shutdown()]);
    },
  };
}

/** One request that came in, or one call that went out. `status`: 0 when there was no answer. */
interface Happened {
  way: 'in' | 'out';
  name: string;
  ms: number;
  status: number;
  about: Attributes;
}

/** The messages of Node's own channels, as far as this file reads them. */
interface Channels {
  'http.server.request.start': { request: IncomingMessage };
  'http.server.response.finish': { request: IncomingMessage; response: ServerResponse };
  'http.client.request.start': { request: ClientRequest };
  'http.client.response.finish': { request: ClientRequest; response: IncomingMessage };
  'http.client.request.error': { request: ClientRequest };
  'undici:request:create': { request: Fetch };
  'undici:request:headers': { request: Fetch; response: { statusCode: number } };
  'undici:request:error': { request: Fetch };
}

interface Fetch {
  method: string;
  origin: string | URL;
}

function on<Name extends keyof Channels>(name: Name, heard: (message: Channels[Name]) => void) {
  subscribe(name, (message) => heard(message as Channels[Name]));
}

function watch(tell: (happened: Happened) => void): void {
  const begun = new WeakMap<object, number>();
  const begins = ({ request }: { request: object }) => void begun.set(request, performance.now());

  function ends(request: object, happened: Omit<Happened, 'ms'>): void {
    const since = begun.get(request);
    if (since === undefined) return;
    begun.delete(request);
    tell({ ...happened, ms: performance.now() - since });
  }
  function answered(request: object, method: string, host: string, status: number): void {
    const about = { 'http.request.method': method, 'server.address': host };
    ends(request, { way: 'out', name: `${method} ${host}`, status, about });
  }

  on('http.server.request.start', begins);
  on('http.server.response.finish', ({ request, response: { statusCode: status } }) => {
    const { method = '' } = request;
    const route = routeOf(request.url ?? '', status);
    const about = { 'http.request.method': method, 'http.route': route };
    ends(request, { way: 'in', name: `${method} ${route}`, status, about });
  });

  const called = (request: ClientRequest, status: number) =>
    answered(request, request.method, request.host, status);
  on('http.client.request.start', begins);
  on('http.client.request.error', ({ request }) => called(request, 0));
  on('http.client.response.finish', ({ request, response: { statusCode = 0 } }) =>
    called(request, statusCode),
  );

  const fetched = (request: Fetch, status: number) =>
    answered(request, request.method, new URL(request.origin).hostname, status);
  on('undici:request:create', begins);
  on('undici:request:error', ({ request }) => fetched(request, 0));
  on('undici:request:headers', ({ request, response }) => fetched(request, response.statusCode));
}

/** The route of an address, without the parts that belong to one project or person. */
function routeOf(url: string, status: number): string {
  if (status === 404 || status === 405) return '*';
  const [path = ''] = url.split('?');
  const [first = '', second = '', ...rest] = path.split('/').slice(1);
  return `/${[first, second].filter((part) => part !== '').join('/')}${rest.length > 0 ? '/*' : ''}`;
}
