namespace JourneyApps.Schema.Reading;

/// <summary>The place of a child element in the order of its parent's children, from 1; 0 when the parent has no such child.</summary>
internal delegate int ChildGroup(Dialect dialect, ReadOnlySpan<char> name);
