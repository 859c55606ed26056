import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright';

/** Resets the highest resident size of a process (proc(5), clear_refs). */
const RESET_PEAK = '5';

/**
 * Tells the greatest resident memory of the browser's largest page process, its workers included, between two calls: the
 * browser's own counters leave wasm memory of workers out, or only give the moment.
 * @returns bytes since the last call; null anywhere but on Linux
 */
export async function watchPeakMemory(browser: Browser): Promise<() => Promise<number | null>> {
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => takePeak(id));
    return peaks.reduce<number | null>((most, peak) => (peak === null ? most : Math.max(most ?? 0, peak)), null);
  };
}

function takePeak(processId: number): number | null {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    writeFileSync(`/proc/${processId}/clear_refs`, RESET_PEAK);
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? null : 1024 * Number(kilobytes);
  } catch {
    // Another system, or a process that has just ended.
    return null;
  }
}
