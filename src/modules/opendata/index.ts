import { exportCommand } from './cli.ts';

export const commands = [exportCommand];
export { mount } from './routes.ts';
