import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_REASONING } from '../../../src/domain/reasoning.ts';
import type { JudgeOffer } from '../../../src/judges/judge.ts';
import { Judging } from '../../../src/ui/start/judging.tsx';
import { INITIAL_STATE } from '../../../src/ui/state/app-state.ts';
import { makeOffer } from '../../unit/ui/make-offer.ts';
import { render } from './render.tsx';

const measured = makeOffer('measured', { name: 'Measured' });
const model = makeOffer('model', { name: 'A model', sizeBytes: 289e6, licence: 'Apache-2.0', reasons: true });
const gone = makeOffer(
  'gone',
  { name: 'A missing model', reasons: true },
  { reason: 'Its files are not here.', remedy: 'Copy them into public/models.' },
);

describe('the choice of a judge', () => {
  let page: Awaited<ReturnType<typeof render>>;
  const changeDraft = vi.fn();

  afterEach(async () => {
    await page.unmount();
    changeDraft.mockClear();
    localStorage.clear();
  });

  const show = async (offers: readonly JudgeOffer[] | null, judge = 'auto', reasoning = DEFAULT_REASONING) => {
    const draft = { ...INITIAL_STATE.draft, judge, reasoning };
    page = await render(<Judging draft={draft} offers={offers} error={null} changeDraft={changeDraft} />);
  };
  const input = (value: string) => page.element.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  const labelled = (text: string) =>
    [...page.element.querySelectorAll('label')].find((label) => label.textContent?.includes(text));

  it('offers every judge with size, licence and whether it gives reasons', async () => {
    await show([measured, model]);
    expect(
      [...page.element.querySelectorAll('input[type=radio]')]
        .slice(0, 3)
        .map((radio) => radio.ariaLabelledByElements?.[0]?.textContent),
    ).toEqual(['Automatic', 'Measured', 'A model']);
    expect(labelled('A model')?.textContent).toContain('289.0 MB · Apache-2.0 · on the processor · writes reasons');
    await act(async () => input('model')?.click());
    expect(changeDraft).toHaveBeenCalledWith({ judge: 'model' });
  });

  it('shows what cannot be chosen with its reason and what to do about it', async () => {
    await show([measured, gone]);
    expect(input('gone')?.disabled).toBe(true);
    expect(labelled('A missing model')?.textContent).toContain(
      'Not available: Its files are not here. Copy them into public/models.',
    );
  });

  it('asks how to answer only where a judge that is meant gives reasons', async () => {
    await show([measured, model]);
    expect(input('reasoned')?.checked).toBe(true);
    await page.unmount();
    await show([measured, model], 'measured');
    expect(input('reasoned')).toBeNull();
    await page.unmount();
    await show([measured, gone]);
    expect(input('reasoned')).toBeNull();
  });

  it('takes no seed where nothing is sampled, and no half-typed one', async () => {
    const seed = () => page.element.querySelector<HTMLInputElement>('input[type=number]');
    await show([model]);
    expect(seed()?.disabled).toBe(true);
    await page.unmount();
    await show([model], 'auto', { ...DEFAULT_REASONING, votes: 3, seed: 7 });
    expect(seed()?.value).toBe('7');
    const type = (value: string) =>
      act(async () => {
        const field = seed();
        // React hears of a change only when the value is set past its own setter.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      });
    await type('');
    await type('1.5');
    expect(changeDraft).not.toHaveBeenCalled();
    await type('12');
    expect(changeDraft).toHaveBeenCalledWith({ reasoning: { ...DEFAULT_REASONING, votes: 3, seed: 12 } });
  });

  it('keeps its height until the judges are known', async () => {
    await show([measured, model, gone]);
    const height = () => page.element.firstElementChild?.getBoundingClientRect().height;
    // A resize observer reports after the layout.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const before = height();
    await page.unmount();
    await show(null);
    expect(height()).toBeCloseTo(before ?? 0, 0);
  });
});
