import type { Report } from '../../domain/report.ts';

export interface NamedReport extends Report {
  placeName: string;
}
