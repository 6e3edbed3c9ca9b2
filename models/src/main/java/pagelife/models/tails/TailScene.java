package pagelife.models.tails;

import pagelife.models.Protocol;

/** One of the scenes in which a page of a compound is taken for what it is not. */
public sealed interface TailScene extends Protocol permits Gigantic, HeadLookup, FolioOrder, ZeroEntry {}
