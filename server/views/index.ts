// Everything that can be looked at, by name. Each view: (office, visitor, input) => Promise<Result<...>>. Routes ask `context.views`.
import { account } from "./account";
import { administration } from "./administration";
import { compareVersions } from "./compare-versions";
import { documentPage } from "./document";
import { versionPage, versionsPage } from "./versions";
import { demoPeople } from "./demo-people";
import { invitation } from "./invitation";
import { letters } from "./letters";
import { myProjects } from "./my-projects";
import { people } from "./people";
import { projectFrame } from "./project-frame";
import { projectFront } from "./project-front";
import { projectPolicy } from "./project-policy";
import { welcome } from "./welcome";

export const views = {
  compareVersions,
  documentPage,
  versionPage,
  versionsPage,
  account,
  administration,
  demoPeople,
  invitation,
  letters,
  myProjects,
  people,
  projectFrame,
  projectFront,
  projectPolicy,
  welcome,
};
