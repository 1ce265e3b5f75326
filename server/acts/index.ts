// Everything that can be done with consequences, by name. Each act: (office, visitor, input) => Promise<Result<...>>. Routes call `context.acts`.

import { acceptInvitation } from "./accept-invitation";
import { bringBackVersion } from "./bring-back-version";
import { endMembership } from "./end-membership";
import { foundProject } from "./found-project";
import { inviteMember } from "./invite-member";
import { nameVersion } from "./name-version";
import { revokeInvitation } from "./revoke-invitation";
import { setPreference } from "./set-preference";

export const acts = {
  bringBackVersion,
  nameVersion,
  acceptInvitation,
  endMembership,
  foundProject,
  inviteMember,
  revokeInvitation,
  setPreference,
};
