import { buildApp } from './production-build.ts';

await buildApp();
