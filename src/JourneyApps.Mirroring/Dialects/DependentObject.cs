namespace JourneyApps.Mirroring;

/// <summary>A view or an index, created by you, that uses a column of the copy.</summary>
/// <param name="Kind">The word for the object: <c>view</c>, <c>materialized view</c> or <c>index</c>.</param>
/// <param name="Name">Its name as SQL writes it, with the SQL schema if it has one.</param>
/// <param name="DropText">The statement that drops it.</param>
/// <param name="CreateText">The statement that creates it as it is now; null if the database does not tell.</param>
public sealed record DependentObject(string Kind, string Name, string DropText, string? CreateText);
