// Preloaded into the built program when it is tried: names lead to this machine, and nothing else changes. Certificates
// are checked against the names themselves, and no setting of the program knows of it.
const net = require('node:net');

/** Host name → port on this machine. */
const ports = new Map(Object.entries(JSON.parse(process.env.TRIAL_PORTS)));
const connect = net.Socket.prototype.connect;

const isHere = (host) => [undefined, '127.0.0.1', 'localhost'].includes(host);

/** The lowest point through which both `node:https` and `fetch` dial, below TLS and its certificate check. */
net.Socket.prototype.connect = function (...args) {
  // What comes through `net.connect` is a list, which Node recognises by a mark on it.
  const given = Array.isArray(args[0]) ? args[0] : args;
  const { host, path } = given[0];
  if (path || isHere(host)) return connect.apply(this, args);
  const port = ports.get(host);
  if (port === undefined) {
    // As when a name is nowhere: the trial has no other outside world than its own.
    const error = Object.assign(new Error(`the trial knows no ${host}`), { code: 'ENOTFOUND' });
    process.nextTick(() => this.destroy(error));
    return this;
  }
  given[0] = { ...given[0], host: '127.0.0.1', port };
  return connect.apply(this, args);
};
