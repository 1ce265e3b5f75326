// Everything that can be done with consequences, by name. Each act: (office, visitor, input) => Promise<Result<...>>. Routes call `context.acts`.

export const acts = {};
