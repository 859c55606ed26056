import type { DetectorApi, LoadedDetectors } from '../../detectors/detector-api.ts';
import { inputSize } from '../../detectors/input-size.ts';
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
import { ANSWERERS, CLIP_ANSWERERS } from './answerers.ts';
import { NOT_TOLD } from './answers/relation.ts';
import { writtenText } from './answers/written-text.ts';
import type { Calibration } from './calibration.ts';
import { DetectedEvidence } from './evidence.ts';
import { DETECTOR_RUNG, lookAtClip } from './look.ts';
import { isReadable, quotedText } from './quoted-text.ts';
import { type FrameText, readClip, readingSize } from './read-clip.ts';
import { reportedDetections } from './reported-detections.ts';
import { type Subject, subjectOf } from './subject.ts';

/** A question that the detectors can say something about. */
interface Mapped {
  question: Question;
  subject: Subject;
  answerer: Answerer;
}

/** A question about the whole clip that things may answer. */
type OfClip = Omit<Mapped, 'subject'>;

/** A question about a text that the reader can read. */
interface Quoting {
  question: Question;
  quote: string;
}

/** One clip before the detectors. */
export class DetectedSession implements JudgeSession {
  readonly #card: JudgeCard;
  readonly #startWorker: () => WorkerClient<DetectorApi>;
  readonly #calibration: Calibration;
  readonly #evidence: Evidence;
  readonly #options: JudgeOptions;
  #client: WorkerClient<DetectorApi> | null = null;
  #detectors: LoadedDetectors | null = null;
  #reader: LoadedDetectors | null = null;
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
    const quoting: Quoting[] = [];
    const ofClip: OfClip[] = [];
    for (const question of questions) {
      const answerer = ANSWERERS[question.kind];
      const subject = subjectOf(question, this.#evidence.prompt);
      const quote = quotedText(question);
      const clipAnswerer = question.entity === null ? CLIP_ANSWERERS[question.kind] : undefined;
      if (quote !== null && isReadable(quote)) quoting.push({ question, quote });
      else if (question.kind === 'relation' && subject?.related === null) yield this.#unassessed(question, NOT_TOLD);
      else if (answerer !== undefined && subject !== null) mapped.push({ question, subject, answerer });
      else if (clipAnswerer !== undefined) ofClip.push({ question, answerer: clipAnswerer });
      else yield this.#unassessed(question, whyNot(question, quote, answerer !== undefined));
    }
    if (mapped.length > 0) yield* this.#answerByThings(mapped, ofClip, signal);
    else for (const { question } of ofClip) yield this.#unassessed(question, NOT_LOOKED);
    if (quoting.length > 0) yield* this.#answerByText(quoting, signal);
  }

  modelRun(): ModelRun {
    const loaded = [this.#detectors, this.#reader].filter((one) => one !== null);
    const { clip } = this.#evidence;
    const onlyRead = this.#detectors === null && this.#reader !== null;
    return {
      family: 'NanoDet-g, MoveNet MultiPose, PP-OCRv4',
      licence: this.#card.licence,
      rung: loaded.length === 0 ? null : DETECTOR_RUNG,
      adapter: null,
      threads: loaded[0]?.threads ?? null,
      files: loaded.flatMap(({ files }) => files),
      frameSize: onlyRead ? readingSize(clip) : inputSize(clip, OBJECTS_PIXELS),
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

  async *#answerByThings(
    mapped: readonly Mapped[],
    ofClip: readonly OfClip[],
    signal: AbortSignal,
  ): AsyncGenerator<Verdict, void, undefined> {
    const found = await this.#look(mapped, signal);
    for (const { question, subject, answerer } of mapped) {
      if (signal.aborted) throw cancelled();
      const answer = answerer(question, subject, found, this.#calibration);
      yield this.#verdict(question, answer);
    }
    const [main] = mapped;
    if (main === undefined) return;
    for (const { question, answerer } of ofClip)
      yield this.#verdict(question, answerer(question, main.subject, found, this.#calibration));
  }

  async *#answerByText(quoting: readonly Quoting[], signal: AbortSignal): AsyncGenerator<Verdict, void, undefined> {
    const frames = await this.#read(quoting, signal);
    for (const { question, quote } of quoting) {
      if (signal.aborted) throw cancelled();
      yield this.#answered(question, writtenText(question, quote, frames, this.#calibration));
    }
  }

  async #read(quoting: readonly Quoting[], signal: AbortSignal): Promise<FrameText[]> {
    const texts = quoting.map(({ quote }) => quote);
    const { frames, loaded } = await readClip(this.#start(), texts, this.#evidence, this.#options.onEvent, signal);
    this.close();
    this.#reader = loaded;
    return frames;
  }

  async #look(mapped: readonly Mapped[], signal: AbortSignal): Promise<DetectedEvidence> {
    const { onEvent } = this.#options;
    const { frames, loaded } = await lookAtClip(this.#start(), this.#evidence, DETECTOR_BYTES, onEvent, signal);
    // Nothing more is asked of the worker; its memory is large.
    this.close();
    this.#detectors = loaded;
    const found = new DetectedEvidence(this.#evidence.clip, frames, this.#calibration, this.#evidence.signals);
    const asked = mapped.flatMap(({ subject: { label, related } }) =>
      related === null ? [label] : [label, related.label],
    );
    this.#detections = reportedDetections(this.#card.id, found, new Set([...asked, ...found.watched()]));
    return found;
  }

  #start(): WorkerClient<DetectorApi> {
    const client = this.#startWorker();
    this.#client = client;
    return client;
  }

  #verdict(question: Question, answer: Answer | NoAnswer): Verdict {
    return 'pYes' in answer ? this.#answered(question, answer) : this.#unassessed(question, answer);
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

/** The detectors take seconds: what they might see by the way is no reason to load them. */
const NOT_LOOKED: NoAnswer = {
  reason: 'The prompt names nothing that the detectors know, so things were not followed.',
  remedy: REASONING_JUDGE,
};

/** Why the detectors were not even asked. */
function whyNot({ kind, entity }: Question, quote: string | null, answersKind: boolean): NoAnswer {
  if (quote !== null)
    return { reason: 'The text reader knows Latin letters, digits and Chinese alone.', remedy: REASONING_JUDGE };
  if (kind === 'rendered_text')
    return { reason: 'Which words are to be read the question does not tell clearly.', remedy: REASONING_JUDGE };
  if (!answersKind || entity === null)
    return { reason: 'The detectors find things; this asks for more.', remedy: REASONING_JUDGE };
  return { reason: `“${entity}” is not among the things that the detectors know.`, remedy: REASONING_JUDGE };
}
