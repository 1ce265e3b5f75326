// Everything that can be looked at, by name. Each view: (office, visitor, input) => Promise<Result<...>>. Routes ask `context.views`.
import { account } from "./account";
import { administration } from "./administration";
import { compareVersions } from "./compare-versions";
import { decisionForm } from "./decision-form";
import { deputyPage } from "./deputy-page";
import { demoPeople } from "./demo-people";
import { disqualificationForm } from "./disqualification-form";
import { documentPage } from "./document";
import { documentFile } from "./document-file";
import { handoverList, handoverPage, handoverPreview } from "./handovers";
import { invitation } from "./invitation";
import { journal } from "./journal";
import { letters } from "./letters";
import { milestone } from "./milestone";
import { milestoneList } from "./milestone-list";
import { myProjects } from "./my-projects";
import { people } from "./people";
import { projectFrame } from "./project-frame";
import { projectFront } from "./project-front";
import { projectPolicy } from "./project-policy";
import { recordForm } from "./record-form";
import { submissionForm } from "./submission-form";
import { timeline } from "./timeline";
import { turnForm } from "./turn-form";
import { checkedArchive, verifyPage } from "./verify";
import { versionPage, versionsPage } from "./versions";
import { welcome } from "./welcome";
import { myTasks } from "./my-tasks";
import { unsubscription } from "./unsubscription";

export const views = {
  account,
  administration,
  compareVersions,
  decisionForm,
  demoPeople,
  deputyPage,
  disqualificationForm,
  checkedArchive,
  documentFile,
  documentPage,
  handoverList,
  handoverPage,
  handoverPreview,
  invitation,
  journal,
  letters,
  milestone,
  milestoneList,
  myProjects,
  people,
  projectFrame,
  projectFront,
  projectPolicy,
  recordForm,
  submissionForm,
  timeline,
  turnForm,
  verifyPage,
  versionPage,
  versionsPage,
  welcome,
  myTasks,
  unsubscription,
};
