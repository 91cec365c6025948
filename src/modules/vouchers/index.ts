export { checks } from './checks.ts';
export { commands } from './cli.ts';
