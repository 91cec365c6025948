// Finds the square in a picture, for browsers that cannot do it themselves: loaded when the camera opens, and only there.
export { decodeQR } from 'qr/decode.js';
