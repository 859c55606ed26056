import type { Report } from '../../domain/report.ts';

/** Hands the report to the browser as a download named after the clip. */
export function downloadReport(report: Report): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${report.clip.name.replace(/\.[^.]*$/, '') || 'clip'}.loupe.json`;
  link.click();
  // The download has taken the blob over by the next task in some browsers only.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
