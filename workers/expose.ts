import { expose } from 'comlink';
import { carryErrorsWhole } from '../src/worker-client/error-transfer.ts';
import { holdLifeline } from '../src/worker-client/lifeline.ts';

/** Makes an object callable from the window, with errors that keep their code. */
export function exposeApi(api: object): void {
  carryErrorsWhole();
  holdLifeline();
  expose(api);
}
