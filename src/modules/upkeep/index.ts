export { sendReminders } from './actions/send-reminders.ts';
export { commands } from './cli.ts';
export { personalData } from './personal-data.ts';
export { mount } from './routes.ts';
