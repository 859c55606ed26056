import type { DetectorApi, LoadedDetectors } from '../../detectors/detector-api.ts';
import { inputSize } from '../../detectors/input-size.ts';
import type { DetectorLabel } from '../../detectors/lexicon/labels.ts';
import { OBJECTS_PIXELS } from '../../detectors/objects/nanodet.ts';
import { DETECTOR_BYTES } from '../../detectors/sizes.ts';
import { cancelled } from '../../domain/error.ts';
import type { Question } from '../../domain/question.ts';
import type { ModelRun } from '../../domain/reasoning.ts';
import type { Detections } from '../../domain/track.ts';
import type { UnassessedVerdict, Verdict } from '../../domain/verdict.ts';
import type { WorkerClient } from '../../worker-client/worker-client.ts';
import type { Evidence, JudgeCard, JudgeOptions, JudgeSession } from '../judge.ts';
import { REASONING_JUDGE } from '../remedy.ts';
import type { Answer, Answerer, NoAnswer } from './answer.ts';
import { ANSWERERS } from './answerers.ts';
import type { Calibration } from './calibration.ts';
import { DetectedEvidence } from './evidence.ts';
import { DETECTOR_RUNG, lookAtClip } from './look.ts';
import { reportedDetections } from './reported-detections.ts';
import { type Subject, subjectOf } from './subject.ts';

/** A question that the detectors can say something about. */
interface Mapped {
  question: Question;
  subject: Subject;
  answerer: Answerer;
}

/** One clip before the detectors. */
export class DetectedSession implements JudgeSession {
  readonly #card: JudgeCard;
  readonly #startWorker: () => WorkerClient<DetectorApi>;
  readonly #calibration: Calibration;
  readonly #evidence: Evidence;
  readonly #options: JudgeOptions;
  #client: WorkerClient<DetectorApi> | null = null;
  #loaded: LoadedDetectors | null = null;
  #detections: Detections | null = null;

  constructor(
    card: JudgeCard,
    startWorker: () => WorkerClient<DetectorApi>,
    calibration: Calibration,
    evidence: Evidence,
    options: JudgeOptions,
  ) {
    this.#card = card;
    this.#startWorker = startWorker;
    this.#calibration = calibration;
    this.#evidence = evidence;
    this.#options = options;
  }

  async *answer(
    questions: readonly Question[],
    _said: readonly Verdict[],
    signal: AbortSignal,
  ): AsyncGenerator<Verdict, void, undefined> {
    const mapped: Mapped[] = [];
    for (const question of questions) {
      const answerer = ANSWERERS[question.kind];
      const subject = subjectOf(question);
      if (answerer !== undefined && subject !== null) mapped.push({ question, subject, answerer });
      else yield this.#unassessed(question, whyNot(question, answerer !== undefined));
    }
    if (mapped.length === 0) return;
    const found = await this.#look(mapped, signal);
    for (const { question, subject, answerer } of mapped) {
      if (signal.aborted) throw cancelled();
      const answer = answerer(question, subject, found, this.#calibration);
      yield 'pYes' in answer ? this.#answered(question, answer) : this.#unassessed(question, answer);
    }
  }

  modelRun(): ModelRun {
    return {
      family: 'NanoDet-g, MoveNet MultiPose',
      licence: this.#card.licence,
      rung: this.#loaded === null ? null : DETECTOR_RUNG,
      adapter: null,
      threads: this.#loaded?.threads ?? null,
      files: this.#loaded?.files ?? [],
      frameSize: inputSize(this.#evidence.clip, OBJECTS_PIXELS),
      checkDeviation: null,
      abandoned: [],
    };
  }

  detections(): Detections | null {
    return this.#detections;
  }

  close(): void {
    this.#client?.terminate();
    this.#client = null;
  }

  async #look(mapped: readonly Mapped[], signal: AbortSignal): Promise<DetectedEvidence> {
    const client = this.#startWorker();
    this.#client = client;
    const { onEvent } = this.#options;
    const { frames, loaded } = await lookAtClip(client, this.#evidence, DETECTOR_BYTES, onEvent, signal);
    // Nothing more is asked of the worker; its memory is large.
    this.close();
    this.#loaded = loaded;
    const found = new DetectedEvidence(this.#evidence.clip, frames, this.#calibration);
    const asked = new Set<DetectorLabel>(mapped.map(({ subject }) => subject.label));
    this.#detections = reportedDetections(this.#card.id, found, asked);
    return found;
  }

  #answered({ id }: Question, answer: Answer): Verdict {
    return {
      questionId: id,
      judge: this.#card.id,
      status: 'answered',
      mass: 1,
      hard: false,
      measurements: [],
      ...answer,
    };
  }

  #unassessed({ id }: Question, { reason, remedy }: NoAnswer): UnassessedVerdict {
    return { questionId: id, judge: this.#card.id, status: 'unassessed', reason, remedy };
  }
}

/** Why the detectors were not even asked. */
function whyNot({ entity }: Question, answersKind: boolean): NoAnswer {
  if (!answersKind || entity === null)
    return { reason: 'The detectors find things; this asks for more.', remedy: REASONING_JUDGE };
  return { reason: `“${entity}” is not among the things that the detectors know.`, remedy: REASONING_JUDGE };
}
