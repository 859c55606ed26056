import { LoupeError } from '../../domain/error.ts';

/** The clip that comes with the app, for a first look without a file of one's own. */
export interface Sample {
  /** Name of the file under /sample/. */
  file: string;
  prompt: string;
  title: string;
}

const FOLDER = '/sample/';

/** What sample comes with this build; null when none does. */
export async function findSample(signal: AbortSignal): Promise<Sample | null> {
  const response = await fetch(`${FOLDER}sample.json`, { signal });
  // A server that answers every address with the page has no sample either.
  if (!response.ok || !response.headers.get('content-type')?.includes('json')) return null;
  const { file, prompt, title } = (await response.json()) as Partial<Record<keyof Sample, unknown>>;
  return typeof file === 'string' && typeof prompt === 'string' && typeof title === 'string'
    ? { file, prompt, title }
    : null;
}

/** @throws LoupeError when the file is not there */
export async function fetchSample({ file }: Sample): Promise<File> {
  const response = await fetch(`${FOLDER}${encodeURIComponent(file)}`);
  if (!response.ok)
    throw new LoupeError(
      'internal',
      `The sample clip could not be read from this server (status ${response.status}).`,
      'Drop a clip of your own instead.',
    );
  const blob = await response.blob();
  return new File([blob], file, { type: blob.type });
}
