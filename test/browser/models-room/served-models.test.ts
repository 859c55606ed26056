import { expect, it } from 'vitest';
import { findModels } from '../../../src/models/find-models.ts';

it('finds the built checkpoints, which the test server serves beside the page', async () => {
  const models = await findModels('/models/', new AbortController().signal);
  expect(models.find(({ folder }) => folder === 'tiny-smolvlm')).toMatchObject({
    modelType: 'smolvlm',
    dtypes: ['q4', 'q8', 'fp32'],
    problem: null,
  });
});

it('gets a real 404 for a model’s missing file, not the start page', async () => {
  expect((await fetch('/models/tiny-smolvlm/onnx/none.onnx')).status).toBe(404);
});
