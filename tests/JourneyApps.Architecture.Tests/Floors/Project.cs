namespace JourneyApps.Architecture.Tests;

/// <summary>A project of src with its floors, the highest first.</summary>
/// <param name="Name">The name of the project and of its folder in src.</param>
/// <param name="Framework">The target framework whose build is checked.</param>
/// <param name="InternalNamespace">The namespace of internal types in the project's own folder; a subfolder's name is added to it.</param>
/// <param name="PublicNamespaces">The namespaces that public types may be in.</param>
/// <param name="Floors">The floors; a type may use the room it is in, later rooms of its floor, and every lower floor.</param>
internal sealed record Project(string Name, string Framework, string InternalNamespace, string[] PublicNamespaces, params Floor[] Floors)
{
    public static Project[] All { get; } =
        [SchemaFloors.Project, GeneratorFloors.Project, RuntimeFloors.Project, MirroringFloors.Project, EmulatorFloors.Project, ToolFloors.Project];

    /// <summary>The assembly's file name without extension, where it differs from the project's name.</summary>
    public string? AssemblyName { get; init; }

    public string AssemblyPath => Path.Combine(
        Repository.Root, "src", Name, "bin", Repository.Configuration, Framework, (AssemblyName ?? Name) + ".dll");

    /// <summary>The rooms from top to bottom.</summary>
    public IReadOnlyList<string> Rooms => [.. Floors.SelectMany(floor => floor.Rooms)];

    public string? FloorOf(string room) => Floors.FirstOrDefault(floor => floor.Rooms.Contains(room))?.Name;
}
