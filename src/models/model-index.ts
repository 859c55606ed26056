import { z } from 'zod';

/** Path of a file within its model's folder, with "/" between names; never absolute, never out of the folder. */
const filePathSchema = z
  .string()
  .min(1)
  .max(500)
  .regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\]+$/u);

export const modelFileSchema = z.object({ path: filePathSchema, bytes: z.int().nonnegative() });

/** A file of a model, its path within the model's folder and its size. */
export type ModelFile = z.infer<typeof modelFileSchema>;

/** Which models a server has: every folder below models/ that holds a config.json. */
export const modelIndexSchema = z.object({
  models: z.array(z.object({ folder: z.string().min(1).max(200), files: z.array(modelFileSchema) })),
});

export type ModelIndex = z.infer<typeof modelIndexSchema>;

/** Name of the index in the folder of all models. */
export const INDEX_FILE = 'index.json';
