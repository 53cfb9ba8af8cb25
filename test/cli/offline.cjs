/** Preloaded: anything that would leave the machine throws, as in a CI job without a network. */
const refuse = () => {
  throw new Error('the network was asked for');
};
for (const [name, calls] of Object.entries({
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect'],
  http: ['request', 'get'],
  https: ['request', 'get'],
  http2: ['connect'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6'],
  dgram: ['createSocket'],
  child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
})) {
  const part = require(`node:${name}`);
  for (const call of calls) part[call] = refuse;
}
globalThis.fetch = refuse;
globalThis.WebSocket = refuse;
