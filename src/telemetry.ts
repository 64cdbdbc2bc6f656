import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { subscribe } from 'node:diagnostics_channel';
import type { AttributeValue, Attributes } from '@opentelemetry/api';
import type { Pulse } from './delivery/deliver.ts';

/** What Application Insights hears, beside the log. */
export interface Telemetry {
  pulse(pulse: Pulse & { rssMb: number }): void;
  /** Sends what was measured and not yet sent. */
  stop(): Promise<void>;
}

const EXPORT_EVERY_MS = 60_000;
/** Of what is slower there is a trace, as of what failed; of everything there is a count and a duration. */
const SLOW_MS = 1_000;

/**
 * Measures requests and the calls that they lead to, by Node's own channels: nothing in the program knows of it. What
 * leaves is a route, a host, a status and a time: no address with anything in it, no header, no text. Loads its library
 * here only, since most of it is of no use elsewhere.
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

interface FetchRequest {
  method: string;
  origin: string | URL;
}

function watch(tell: (happened: Happened) => void): void {
  const begun = new WeakMap<object, number>();
  const since = (request: object) => performance.now() - (begun.get(request) ?? Infinity);

  function on<T>(channel: string, heard: (message: T) => void): void {
    subscribe(channel, (message) => heard(message as T));
  }
  function begins<T>(channel: string, request: (message: T) => object): void {
    on<T>(channel, (message) => begun.set(request(message), performance.now()));
  }
  function ends(request: object, happened: Omit<Happened, 'ms'>): void {
    const ms = since(request);
    begun.delete(request);
    if (Number.isFinite(ms)) tell({ ...happened, ms });
  }
  const out = (request: object, method: AttributeValue, host: string, status: number) =>
    ends(request, {
      ...{ way: 'out', name: `${String(method)} ${host}`, status },
      about: { 'http.request.method': method, 'server.address': host },
    });

  type Served = { request: IncomingMessage; response: ServerResponse };
  begins<Served>('http.server.request.start', ({ request }) => request);
  on<Served>('http.server.response.finish', ({ request, response: { statusCode: status } }) => {
    const { method = '' } = request;
    const route = routeOf(request.url ?? '', status);
    const about = { 'http.request.method': method, 'http.route': route };
    ends(request, { way: 'in', name: `${method} ${route}`, status, about });
  });

  type Called = { request: ClientRequest; response: IncomingMessage };
  begins<Called>('http.client.request.start', ({ request }) => request);
  on<Called>('http.client.response.finish', ({ request, response: { statusCode = 0 } }) =>
    out(request, request.method, request.host, statusCode),
  );
  on<Called>('http.client.request.error', ({ request }) =>
    out(request, request.method, request.host, 0),
  );

  type Fetched = { request: FetchRequest; response: { statusCode: number } };
  const hostOf = ({ origin }: FetchRequest) => new URL(origin).hostname;
  begins<Fetched>('undici:request:create', ({ request }) => request);
  on<Fetched>('undici:request:headers', ({ request, response: { statusCode } }) =>
    out(request, request.method, hostOf(request), statusCode),
  );
  on<Fetched>('undici:request:error', ({ request }) =>
    out(request, request.method, hostOf(request), 0),
  );
}

/** The route of an address, without anything that one project or person has of their own. */
function routeOf(url: string, status: number): string {
  if (status === 404 || status === 405) return '*';
  const [path = ''] = url.split('?');
  const [first = '', second = '', ...rest] = path.split('/').slice(1);
  return `/${[first, second].filter((part) => part !== '').join('/')}${rest.length > 0 ? '/*' : ''}`;
}
