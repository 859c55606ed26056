import type { ModelFile } from './model-index.ts';

/** Precisions that Loupe runs, smallest first. */
export const DTYPES = ['q4f16', 'q4', 'q8', 'fp16', 'fp32'] as const;

export type Dtype = (typeof DTYPES)[number];

/** Whether a model of this precision calculates with 16-bit numbers. */
export const isHalfPrecision = (dtype: string): boolean => dtype === 'q4f16' || dtype === 'fp16';

/** What transformers.js appends to a session's file name (4.3.1, `DEFAULT_DTYPE_SUFFIX_MAPPING`). */
export const DTYPE_SUFFIX: Readonly<Record<Dtype, string>> = {
  q4f16: '_q4f16',
  q4: '_q4',
  q8: '_quantized',
  fp16: '_fp16',
  fp32: '',
};

/** The sessions of an image-text-to-text model, by file name. */
export const SESSIONS = ['embed_tokens', 'vision_encoder', 'decoder_model_merged'] as const;

/** A model's `use_external_data_format`: how many files hold a session's weights beside its graph, for all or by name. */
export type ExternalData = boolean | number | Readonly<Record<string, boolean | number>>;

/** Paths of the files that make a model's sessions in one precision, as transformers.js asks for them. */
export function sessionFiles(dtype: Dtype, external: ExternalData): string[] {
  return SESSIONS.flatMap((session) => {
    const name = `${session}${DTYPE_SUFFIX[dtype]}.onnx`;
    const chunks = typeof external === 'object' ? (external[name] ?? external[session] ?? 0) : external;
    const data = Array.from({ length: Number(chunks) }, (_, i) => `${name}_data${i === 0 ? '' : `_${i}`}`);
    return [name, ...data].map((file) => `onnx/${file}`);
  });
}

/** The files of a model's sessions in one precision; null when one of them is not there or empty. */
export function presentSessionFiles(
  dtype: Dtype,
  external: ExternalData,
  files: readonly ModelFile[],
): ModelFile[] | null {
  const paths = sessionFiles(dtype, external);
  const present = paths.flatMap((path) => files.find((file) => file.path === path && file.bytes > 0) ?? []);
  return present.length === paths.length ? present : null;
}
