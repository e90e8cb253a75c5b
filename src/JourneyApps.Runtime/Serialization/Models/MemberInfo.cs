namespace JourneyApps.Internal.Serialization.Models;

/// <summary>One field or belongs-to id of a model.</summary>
/// <param name="Index">Position in masks and in the generated code.</param>
/// <param name="Name">The JSON member, <c>site_id</c> for a belongs-to.</param>
/// <param name="Kind">The type.</param>
/// <param name="Target">Of a belongs-to: the related model's schema name.</param>
/// <param name="Label">The name as it starts a JSON member: <c>"title":</c>, in UTF-8.</param>
/// <param name="IdLabel">Of an attachment: <c>"photo_id":</c>, in UTF-8.</param>
/// <param name="TwinOf">The index of an earlier member with the same JSON name, or -1. The platform allows such schemas.</param>
internal sealed record MemberInfo(int Index, string Name, FieldKind Kind, string? Target, byte[] Label, byte[]? IdLabel, int TwinOf)
{
    public string IdName => Name + "_id";
}
