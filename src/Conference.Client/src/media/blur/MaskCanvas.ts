const vertexShader = `#version 300 es
out vec2 place;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0;
  place = vec2(corner.x, 1.0 - corner.y);
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}`;

const fragmentShader = `#version 300 es
precision mediump float;
uniform sampler2D mask;
in vec2 place;
out vec4 color;
void main() {
  color = vec4(texture(mask, place).r);
}`;

/** The canvas whose graphics the segmentation works with: takes pictures in and hands masks out. */
export class MaskCanvas {
  private readonly gl: WebGL2RenderingContext;
  private readonly program: WebGLProgram;
  private readonly nothing: WebGLVertexArrayObject;

  constructor(private readonly canvas: OffscreenCanvas) {
    const gl = canvas.getContext('webgl2');
    if (!gl) {
      throw new Error('This browser draws no graphics outside of the page.');
    }
    this.gl = gl;
    this.program = compile(gl);
    this.nothing = gl.createVertexArray();
  }

  /** A texture is bound to the place that is current: the model leaves another one. */
  beforeBinding(): void {
    this.gl.activeTexture(this.gl.TEXTURE0);
  }

  /** Into the texture that is bound. */
  upload(picture: OffscreenCanvas): void {
    const { gl } = this;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
  }

  /** From the texture that is bound. */
  draw(width: number, height: number): ImageBitmap {
    const { gl, canvas } = this;
    canvas.width = width;
    canvas.height = height;
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, width, height);
    gl.disable(gl.BLEND);
    gl.disable(gl.SCISSOR_TEST);
    gl.colorMask(true, true, true, true);
    gl.useProgram(this.program);
    gl.bindVertexArray(this.nothing);
    // One triangle that is larger than the canvas.
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.bindVertexArray(null);
    return canvas.transferToImageBitmap();
  }
}

function compile(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(kind);
    if (shader) {
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error('The mask cannot be drawn.');
  }
  return program;
}
