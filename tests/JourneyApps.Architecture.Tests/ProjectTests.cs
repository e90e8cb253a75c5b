namespace JourneyApps.Architecture.Tests;

/// <summary>The rules that every project keeps. One class for each project, so that a filter runs one of them.</summary>
public abstract class ProjectTests
{
    private readonly Project _project;
    private readonly AssemblyTypes _assembly;

    private protected ProjectTests(Project project)
    {
        _project = project;
        _assembly = AssemblyFile.Read(project);
    }

    [Fact]
    public void Each_folder_is_a_room_of_a_floor() => AssertNone(FloorChecks.FoldersAreDeclared(_project, _assembly));

    [Fact]
    public void References_go_down() => AssertNone(FloorChecks.ReferencesGoDown(_project, _assembly));

    [Fact]
    public void Folders_have_no_cycles() => AssertNone(FloorChecks.FoldersHaveNoCycles(_assembly));

    [Fact]
    public void Namespaces_follow_folders() => AssertNone(SourceChecks.NamespacesFollowFolders(_project, _assembly));

    [Fact]
    public void A_partial_type_is_in_one_folder() => AssertNone(SourceChecks.PartsShareFolder(_assembly));

    [Fact]
    public void A_file_holds_one_type_and_has_its_name() => AssertNone(SourceChecks.FilesHoldOneType(_project));

    [Fact]
    public void No_file_is_over_400_lines() => AssertNone(SourceChecks.FilesAreShort(_project));

    /// <summary>Moves the type that most others use to the top floor and expects the checks to find it there.</summary>
    [Fact]
    public void A_type_that_is_moved_up_is_found()
    {
        SourceType moved = _assembly.References.Where(reference => reference.From.Folder != reference.To.Folder)
            .GroupBy(reference => reference.To).MaxBy(group => group.Count())!.Key;
        SourceType up = moved with { Files = [$"{_project.Rooms[0]}/{moved.Name}.cs"] };
        AssemblyTypes changed = _assembly with
        {
            Types = [.. _assembly.Types.Select(type => type == moved ? up : type)],
            References =
            [
                .. _assembly.References.Select(r => r.To == moved ? r with { To = up } : r.From == moved ? r with { From = up } : r),
            ],
        };

        Assert.Contains(FloorChecks.ReferencesGoDown(_project, changed),
            line => line.Contains($"{up.Folder}: {up}", StringComparison.Ordinal));
    }

    private void AssertNone(IEnumerable<string> violations)
    {
        string[] lines = [.. violations];
        Assert.True(lines.Length == 0, $"{_project.Name}:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
    }
}
