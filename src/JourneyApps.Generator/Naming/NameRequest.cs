namespace JourneyApps.Generator.Naming;

/// <summary>One thing that needs a name among others.</summary>
/// <param name="Plain">The name it gets when nothing stands against it.</param>
/// <param name="SchemaName">What it is called in the schema; decides between two that want the same name.</param>
/// <param name="Rank">The smaller one has the first choice: fields before relationships.</param>
/// <param name="Suffix">What is added where the plain name is reserved, or taken by something of another rank.</param>
/// <param name="Chosen">The name that the user wants; <see langword="null"/> for none.</param>
internal readonly record struct NameRequest(string Plain, string SchemaName, int Rank, string Suffix, string? Chosen = null);
