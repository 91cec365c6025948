export { forgetOldReports } from './actions/forget.ts';
export { sendReminders } from './actions/send-reminders.ts';
export { commands } from './cli.ts';
export { mount } from './routes.ts';
