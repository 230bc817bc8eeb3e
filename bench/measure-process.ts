import { measureFloor } from './measure-floor.ts';
import { measurePeer } from './measure-peer.ts';
import { measurePipeline } from './measure-pipeline.ts';
import { measureStages } from './measure-stages.ts';
import type { Measures, MeasureTask } from './measures.ts';

const measurers: {
  readonly [Kind in keyof Measures]: (task: MeasureTask) => Promise<Measures[Kind]>;
} = {
  pipeline: measurePipeline,
  floor: measureFloor,
  stages: measureStages,
  peer: measurePeer,
};

process.once('message', (message) => {
  const { kind, task } = message as { kind: keyof Measures; task: MeasureTask };
  measurers[kind](task).then(
    (measure) => process.send?.(measure, () => process.disconnect()),
    (error: unknown) => {
      // Ends the process with the error on its standard error.
      setImmediate(() => {
        throw error;
      });
    },
  );
});
