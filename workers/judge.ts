import { JudgeRuntime } from '../src/judges/vision-language/runtime/judge-runtime.ts';
import { exposeApi } from './expose.ts';

// Sessions of the inference runtime start threads from scripts of their own, never from this one.
exposeApi(new JudgeRuntime());
