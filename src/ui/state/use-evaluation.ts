import { type Dispatch, startTransition, useCallback, useEffect, useMemo, useRef } from 'react';
import { LoupeError } from '../../domain/error.ts';
import type { Evaluation, EvaluationEvent, EvaluationRequest } from '../../evaluate/evaluation.ts';
import type { AppAction } from './app-state.ts';

/** The pipeline comes with the first clip, not with the page. */
export function loadEvaluate() {
  return import('../../evaluate/evaluate.ts');
}

/**
 * Runs the pipeline and hands its events to the reducer, at most once a frame however many come.
 * `start` resolves with null when the run failed (the error is shown) or was replaced by another.
 */
export function useEvaluation(dispatch: Dispatch<AppAction>) {
  const controller = useRef<AbortController | null>(null);

  useEffect(() => () => controller.current?.abort(), []);

  const start = useCallback(
    async (request: EvaluationRequest): Promise<Evaluation | null> => {
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      const { file, prompt, settings } = request;
      dispatch({ type: 'run_started', file, prompt: prompt ?? '', judge: settings.judge });

      let waiting: EvaluationEvent[] = [];
      let frame = 0;
      const flush = () => {
        frame = 0;
        const events = waiting;
        waiting = [];
        if (events.length === 0 || controller.current !== own) return;
        // Painting the clip and answering the keyboard go before showing how far the run is.
        startTransition(() => dispatch({ type: 'run_events', events }));
      };
      const onEvent = (event: EvaluationEvent) => {
        waiting.push(event);
        if (frame === 0) frame = requestAnimationFrame(flush);
      };

      try {
        const { evaluate } = await loadEvaluate();
        const evaluation = await evaluate(request, { signal: own.signal, onEvent });
        return controller.current === own ? evaluation : null;
      } catch (reason) {
        if (controller.current === own)
          dispatch({ type: 'failed', error: LoupeError.from(reason).toData(), backToStart: true });
        return null;
      } finally {
        cancelAnimationFrame(frame);
        if (controller.current === own) controller.current = null;
      }
    },
    [dispatch],
  );

  const stop = useCallback(() => {
    controller.current?.abort();
    dispatch({ type: 'run_stopping' });
  }, [dispatch]);

  /** Ends a run whose result nobody waits for any more. */
  const abandon = useCallback(() => {
    const running = controller.current;
    controller.current = null;
    running?.abort();
  }, []);

  const busy = useCallback(() => controller.current !== null, []);

  return useMemo(() => ({ start, stop, abandon, busy }), [start, stop, abandon, busy]);
}
