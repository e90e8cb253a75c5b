using JourneyApps.Schema;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>One field or belongs-to id of a model.</summary>
/// <param name="Index">Position in masks and in the generated code.</param>
/// <param name="Name">The JSON member, <c>site_id</c> for a belongs-to.</param>
/// <param name="Type">The type of a field; unknown for a belongs-to id.</param>
/// <param name="Target">The related model's schema name for a belongs-to id, else null.</param>
/// <param name="Label">The name as it starts a JSON member: <c>"title":</c>, in UTF-8.</param>
/// <param name="IdLabel">For a file field <c>"photo_id":</c>, in UTF-8; else null.</param>
/// <param name="DuplicateOf">The index of an earlier member with the same JSON name, or -1. The platform allows such schemas.</param>
internal sealed record MemberInfo(int Index, string Name, FieldType Type, string? Target, byte[] Label, byte[]? IdLabel, int DuplicateOf)
{
    public string IdName => Name + "_id";
}
