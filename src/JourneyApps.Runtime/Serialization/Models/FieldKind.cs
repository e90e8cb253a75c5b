using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>The types of the data model, as far as JSON tells them apart.</summary>
internal enum FieldKind
{
    Text,
    Integer,
    Number,
    Date,
    DateTime,
    Boolean,
    SingleChoice,
    SingleChoiceInteger,
    MultipleChoice,
    MultipleChoiceInteger,
    Location,
    Photo,
    Signature,
    Attachment,
    Track,
    BelongsTo,
}
