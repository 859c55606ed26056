import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

declare global {
  // React asks for it where effects must have run before a test goes on.
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

/** Puts a piece of the page into the document. Returns its element and the function that takes it away. */
export async function render(piece: ReactNode): Promise<{ element: HTMLElement; unmount: () => Promise<void> }> {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  const element = document.body.appendChild(document.createElement('div'));
  element.style.width = '600px';
  const root = createRoot(element);
  await act(async () => root.render(piece));
  return {
    element,
    unmount: async () => {
      await act(async () => root.unmount());
      element.remove();
    },
  };
}
