declare const __BUILD__: string;

/** Which server this application was built with. */
export const buildId: string = __BUILD__;
