import { Button } from '../../../../platform/html/parts.tsx';

/** Hidden until `passkey.js` knows that this device keeps keys. */
export function KeyButton({
  purpose,
  label,
  busy,
  fault,
  back,
}: {
  purpose: 'enter' | 'add';
  label: string;
  busy: string;
  fault: string;
  back?: string;
}) {
  return (
    <div class="m-group" hidden data-key={purpose} data-busy={busy} data-fault={fault} data-back={back}>
      <div>
        <Button type="button" variant="secondary" icon="lock">
          {label}
        </Button>
      </div>
      <p role="status" />
    </div>
  );
}
