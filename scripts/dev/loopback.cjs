// Preloaded into the Playground, which would listen on all interfaces. With this only the developer's own machine can
// reach it.
const net = require('node:net');
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  if (typeof args[0] === 'number' || (typeof args[0] === 'string' && /^\d+$/.test(args[0]))) {
    const [port, ...rest] = args;
    const kept = rest.filter((arg) => typeof arg === 'function');
    return listen.call(this, Number(port), '127.0.0.1', ...kept);
  }
  if (args[0] && typeof args[0] === 'object' && 'port' in args[0])
    args[0] = { ...args[0], host: '127.0.0.1' };
  return listen.apply(this, args);
};
