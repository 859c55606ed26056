import { DetectorRuntime } from '../src/detectors/runtime/detector-runtime.ts';
import { exposeApi } from './expose.ts';

exposeApi(new DetectorRuntime());
