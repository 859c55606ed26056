import { chooseClip, expect, exportReport, SHIPPED_APP_URL, test, waitForReport } from './app-test.ts';
import { fixture } from './fixtures-folder.ts';

const MODEL = { id: 'loupe-small', name: 'Loupe small' };

test.use({ url: SHIPPED_APP_URL });

test('the model that ships with the app stands among the judges, for what it is', async ({ app }) => {
  const choice = app.getByRole('radio', { name: MODEL.name });
  await expect(choice).toBeEnabled();
  await expect(app.getByText(/comes with Loupe.*get a larger model/)).toBeVisible();
});

test('it answers with reasons what frames show, and leaves the rest', async ({ app }) => {
  await chooseClip(app, fixture('h264.mp4'));
  await app.getByRole('textbox', { name: /prompt/i }).fill('A dog runs across a meadow');
  await app.getByRole('radio', { name: MODEL.name }).check();
  await app.getByRole('button', { name: 'Judge this clip' }).click();
  await waitForReport(app);
  const { judges, verdicts, questions } = await exportReport(app);
  expect(judges.map(({ id }) => id)).toEqual([MODEL.id]);
  const kindOf = (id: string) => questions.find((question) => question.id === id)?.kind;
  const answered = verdicts.flatMap((verdict) => (verdict.status === 'answered' ? [verdict] : []));
  expect(answered.length).toBeGreaterThanOrEqual(4);
  for (const { mass, reason, rationale } of answered) {
    expect(mass).toBeGreaterThan(0.5);
    expect(reason).toMatch(/^[A-Z].+\.$/);
    expect(rationale?.ended).toBe('finished');
  }
  const left = verdicts.filter(({ status }) => status === 'unassessed').map(({ questionId }) => kindOf(questionId));
  expect(left).toContain('entity_present');
});
