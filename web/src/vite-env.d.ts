interface ImportMetaEnv {
  /** False in a build whose worker removes itself. */
  readonly HAS_WORKER: boolean;
}
