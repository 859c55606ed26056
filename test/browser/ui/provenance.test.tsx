import { afterEach, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/report.ts';
import { Provenance } from '../../../src/ui/report/provenance.tsx';
import { makeReport } from '../../unit/make-report.ts';
import { render } from './render.tsx';

const measured: Report['judges'][number] = {
  id: 'measured',
  name: 'Measured',
  version: '2',
  backend: 'cpu',
  kinds: { flicker: { accuracy: 0.875, calibrationError: 0.096, clips: 120 }, cut: null },
  calibrationVersion: '2',
};

describe('how a report was made', () => {
  let page: Awaited<ReturnType<typeof render>>;

  afterEach(() => page.unmount());

  const show = async (...judges: Report['judges']) => {
    page = await render(<Provenance report={makeReport({ judges })} />);
  };

  it('names the calibration, and shows how often a judge was right as a table with headings', async () => {
    await show(measured);
    expect(page.element.textContent).toContain('Measured 2 (cpu, calibration 2)');
    const row = page.element.querySelector('tbody tr');
    expect([...(row?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      'Flicker',
      '88 %',
      '0.096',
      '120',
    ]);
    expect(page.element.querySelectorAll('th[scope=col]')).toHaveLength(4);
    expect(page.element.textContent).toContain('Not checked: jumps to another picture.');
  });

  it('says that a judge was never checked, and nothing where an older report does not tell', async () => {
    const { kinds: _, calibrationVersion: __, ...old } = measured;
    await show(old, { ...old, id: 'model', name: 'A model', kinds: { clarity: null }, calibrationVersion: null });
    expect(page.element.querySelector('table')).toBeNull();
    expect(page.element.textContent).not.toContain('How often Measured');
    expect(page.element.textContent).toContain('None of its answers have been checked');
  });
});
