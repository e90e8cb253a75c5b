using System.Text.Json.Serialization;

namespace JourneyApps.Internal.Values.Attachments;

/// <summary>Lets readers make a value of the right class.</summary>
internal interface IAttachmentValue<TSelf> : IConverterSource where TSelf : AttachmentValue, IAttachmentValue<TSelf>
{
    /// <summary>A pending file with this id.</summary>
    static abstract TSelf Create(string? id);

    JsonConverter IConverterSource.CreateConverter() => new AttachmentConverter<TSelf>();
}
