namespace JourneyApps.Architecture.Tests;

/// <summary>The rules for references between folders. Each returns what breaks it, one violation a line.</summary>
internal static class FloorChecks
{
    public static IEnumerable<string> FoldersAreDeclared(Project project, AssemblyTypes assembly)
    {
        string[] folders = [.. assembly.Types.SelectMany(type => type.Files).Select(SourceType.FolderOf).Distinct()
            .Order(StringComparer.Ordinal)];
        foreach (string folder in folders.Except(project.Rooms)) yield return $"{folder} has source files but is not a room of a floor.";
        foreach (string room in project.Rooms.Except(folders)) yield return $"{room} is listed as a room but has no source files.";
        foreach (string room in project.Rooms.GroupBy(room => room).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return $"{room} is listed twice.";
        }
    }

    public static IEnumerable<string> ReferencesGoDown(Project project, AssemblyTypes assembly)
    {
        var order = project.Rooms.Select((room, index) => (room, index)).ToDictionary(pair => pair.room, pair => pair.index);
        IEnumerable<IGrouping<(string From, string To), Reference>> upward = assembly.References
            .Where(reference => reference.From.Folder != reference.To.Folder
                && order.TryGetValue(reference.From.Folder, out int from) && order.TryGetValue(reference.To.Folder, out int to)
                    && to < from)
            .GroupBy(reference => (reference.From.Folder, reference.To.Folder))
            .OrderBy(group => order[group.Key.Item1]).ThenBy(group => order[group.Key.Item2]);
        foreach (IGrouping<(string From, string To), Reference> group in upward)
        {
            yield return $"{Place(project, group.Key.From)} uses {Place(project, group.Key.To)}, which is above it:";
            foreach (Reference reference in group.OrderBy(r => r.From.Name, StringComparer.Ordinal)
                .ThenBy(r => r.To.Name, StringComparer.Ordinal))
            {
                yield return Describe(reference);
            }
        }
    }

    public static IEnumerable<string> FoldersHaveNoCycles(AssemblyTypes assembly)
    {
        var graph = new FolderGraph(assembly.References);
        foreach (string[] cycle in graph.Cycles())
        {
            yield return $"These {cycle.Length} folders use each other: {string.Join(", ", cycle)}";
            foreach (string from in cycle)
            {
                foreach (string to in cycle.Where(to => string.CompareOrdinal(from, to) < 0))
                {
                    Reference? there = graph.Between(from, to).FirstOrDefault();
                    Reference? back = graph.Between(to, from).FirstOrDefault();
                    if (there is null || back is null) continue;
                    yield return $"  {from} and {to} use each other, for example";
                    yield return "  " + Describe(there);
                    yield return "  " + Describe(back);
                }
            }
        }
    }

    private static string Place(Project project, string room) => $"{room} (floor {project.FloorOf(room)})";

    private static string Describe(Reference reference)
        => $"    {reference.From.Folder}: {reference.From} -> {reference.To.Folder}: {reference.To}   "
            + $"in {reference.Member}, {reference.From.Files[0]}";
}
