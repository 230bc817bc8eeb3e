#!/usr/bin/env node
import { systemRuntime } from '../runtime.ts';
import { givenArguments } from './given-arguments.ts';
import { runProgram } from './program.ts';

// A reader that goes away (| head) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const { args, fileOf } = givenArguments(process.argv.slice(2));
process.exitCode = await runProgram(args, { ...systemRuntime(), fileOf });
