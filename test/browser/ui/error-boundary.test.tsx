import { expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../../src/ui/error-boundary.tsx';
import { render } from './render.tsx';

function Faulty(): never {
  throw new Error('the page is broken');
}

it('says what failed, and that the reports are kept, when a page breaks', async () => {
  // React reports what a boundary caught; here it is expected.
  const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { element, unmount } = await render(
    <ErrorBoundary>
      <Faulty />
    </ErrorBoundary>,
  );
  expect(element.textContent).toContain('the page is broken');
  expect(element.textContent).toContain('Your reports are kept');
  expect(element.querySelector('button')?.textContent).toBe('Start again');
  await unmount();
  console_.mockRestore();
});
