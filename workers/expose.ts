import { expose } from 'comlink';
import { carryErrorsWhole } from '../src/worker-client/error-transfer.ts';

/** Makes an object callable from the window, with errors that keep their code. */
export function exposeApi(api: object): void {
  carryErrorsWhole();
  expose(api);
}
