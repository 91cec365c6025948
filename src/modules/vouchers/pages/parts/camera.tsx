import { assetUrl } from '../../../../platform/html/assets.ts';
import { Button } from '../../../../platform/html/parts.tsx';
import type { View } from '../../../../platform/html/view.ts';
import { nb } from '../../../../platform/i18n/french-form.ts';
import { CAMERA } from '../../camera-messages.ts';

/** Stays hidden where no script or no camera is there: the code is then typed. */
export function Camera({ view }: { view: View }) {
  const say = CAMERA[view.lang];
  return (
    <div
      class="m-fields"
      data-camera
      data-decoder={assetUrl('pass-decode.js')}
      data-searching={nb(say.searching)}
      data-other={nb(say.other)}
      data-denied={nb(say.denied)}
      data-read={nb(say.read)}
      hidden
    >
      <div class="m-actions">
        <Button type="button" icon="camera">
          {say.open}
        </Button>
        <video class="m-viewer" aria-label={say.view} muted playsInline hidden />
        <Button type="button" variant="secondary" icon="x" hidden>
          {say.close}
        </Button>
      </div>
      <p role="status" />
      <p>{say.or}</p>
    </div>
  );
}
