import { EarlyEnd } from '../../../domain/early-end.ts';

/** What this realm learnt about its GPU. The runtime asks for one adapter and one device, and keeps both to itself. */
export interface GpuWatch {
  /** "vendor architecture" of the adapter, or null while none was asked for. */
  adapterName(): string | null;
  /** Ends waits when the device is lost. */
  readonly loss: EarlyEnd;
}

/**
 * Features without which attention over 32 or more new tokens is right on SwiftShader: with a subgroup size of 4 the
 * runtime's subgroup kernels give wrong rows there, silently.
 */
const WRONG_ON_SOFTWARE = ['subgroups', 'subgroup-size-control', 'chromium-experimental-subgroup-matrix'];

/**
 * Watches the GPU that the inference runtime takes for itself. It offers no hook for that, so the adapter's methods are wrapped,
 * in this worker only. To be called once, before the first session.
 */
export function watchGpu(onLost: (message: string) => Error): GpuWatch {
  const loss = new EarlyEnd();
  let name: string | null = null;
  if (typeof GPUAdapter !== 'undefined') {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, descriptor?: GPUDeviceDescriptor) {
      name = `${this.info.vendor} ${this.info.architecture}`.trim();
      const device = await requestDevice.call(this, descriptor);
      void device.lost.then(({ message }) => loss.end(onLost(message)));
      return device;
    };
    hideFeaturesOfSoftware();
  }
  return { adapterName: () => name, loss };
}

function hideFeaturesOfSoftware(): void {
  const original = Object.getOwnPropertyDescriptor(GPUAdapter.prototype, 'features');
  if (original?.get === undefined) return;
  const { get } = original;
  Object.defineProperty(GPUAdapter.prototype, 'features', {
    ...original,
    get(this: GPUAdapter) {
      // The getter that was read from the prototype gives what the prototype's type says.
      const features = get.call(this) as GPUSupportedFeatures;
      if (!isSoftware(this.info)) return features;
      return new Set([...features].filter((feature) => !WRONG_ON_SOFTWARE.includes(feature)));
    },
  });
}

const isSoftware = ({ architecture }: GPUAdapterInfo): boolean => architecture === 'swiftshader';
